entente build -g new.db --world && entente query -g new.db dependencies-of Georgia --domain trade --limit 5 && entente build -g new.db --world
