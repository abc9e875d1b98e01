entente
