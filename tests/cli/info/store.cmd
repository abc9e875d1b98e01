entente info -g world.db
