entente completions bsh
