entente --version | head -1 | sed "s/[0-9][0-9.]*/N/; s/ (commit.*//"
