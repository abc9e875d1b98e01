entente query -g world.db entity Dushanbe
