entente remove -g nowhere.db a; code=$?; ls; exit $code
