printf '[qery]\nlimit = 3\n' >config; ENTENTE_CONFIG=config entente query top
