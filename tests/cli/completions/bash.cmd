entente completions bash | bash -n && entente completions bash | head -1
