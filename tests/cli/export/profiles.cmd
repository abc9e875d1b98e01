for profile in all gephi cytoscape yed neo4j strict; do
  entente export -g world.db --profile $profile --type member_of | grep -E "<edge " | sed 's/<data.*//'
done
entente export -g world.db --profile gehpi >/dev/null
