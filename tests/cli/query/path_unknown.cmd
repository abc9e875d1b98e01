entente query -g world.db path Afghanistan Uzbekistan
