entente query -g world.db depends-on Russia --outlet Herald --type depends_on
