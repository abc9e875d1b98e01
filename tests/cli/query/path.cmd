entente query -g world.db path China Uzbekistan
