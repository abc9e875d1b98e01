entente query -g world.db depend-on Russia
