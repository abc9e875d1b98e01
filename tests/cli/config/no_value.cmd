printf 'limit\n' >config; ENTENTE_CONFIG=config entente query -g world.db top; echo $?; ENTENTE_CONFIG=config entente query --help | head -1
