entente build -g new.db
