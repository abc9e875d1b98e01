entente query -g world.db search troops
