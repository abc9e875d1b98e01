entente query -g world.db blocs
