mkdir -p home/.config/entente; printf 'graph = world.db\n' >home/.config/entente/config; unset ENTENTE_CONFIG XDG_CONFIG_HOME
HOME=home entente query top --limit 1; HOME=none entente query top --limit 1
