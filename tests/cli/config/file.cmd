printf '# mine\ngraph = world.db\n\n[query]\nlimit = 1\n[export]\nformat = csv\n' >config; export ENTENTE_CONFIG=config
entente query top; entente query top --limit 2 --no-header; entente export | head -1; entente query --help | grep limit | tr -s ' '
