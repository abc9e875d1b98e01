entente query -g world.db common Russia Tajikistan
