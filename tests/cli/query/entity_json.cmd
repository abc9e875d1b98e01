entente query -g world.db entity igo:csto -f json
