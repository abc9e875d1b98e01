entente query -g world.db depends-on Russia --min-witnesses 2
