echo hello > text.db; entente query -g text.db top
