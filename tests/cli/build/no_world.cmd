entente build -g new.db --world --data .
