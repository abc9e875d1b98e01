entente query -g world.db timeline Tajikistan Russia
