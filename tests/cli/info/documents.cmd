entente info -g world.db --documents -f csv
