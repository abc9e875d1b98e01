entente eval
