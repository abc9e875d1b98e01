entente query -g world.db depends-on
