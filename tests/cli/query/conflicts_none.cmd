entente query -g world.db conflicts
