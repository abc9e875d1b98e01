entente extract --field txt=body case/x
