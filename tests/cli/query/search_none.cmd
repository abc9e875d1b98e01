entente query -g world.db search zeppelin
