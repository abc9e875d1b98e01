entente query -g world.db exposure Tajikistan
