entente validate -g world.db
