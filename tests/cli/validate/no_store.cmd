echo hello > text.db; entente validate -g text.db
