# Writes a rule set of many rules for ./bench build: awk -v rules=250 -v folder=some/folder -f src/bench/rules.awk
# Stages rest on each other, ten rules in a file each; two more rules answer the one question.

function rule(file, name, when, then) {
  printf "rule \"%s\"\n    @clause( \"C1\" )\n    @en( \"{name}\" )\nwhen\n%sthen\n    insertLogical( new %s );\nend\n\n", name, when, then > file
}

function head(file) {
  printf "package generated\n\nimport java.math.BigDecimal\nimport java.time.LocalDate\nimport java.util.List\n\n" > file
}

BEGIN {
  system("mkdir -p " folder "/edition")
  print "people: {}" > (folder "/names.yaml")
  printf "id: generated\nen: generated rules\nsource: nowhere\nlanguages: [en]\n" > (folder "/edition/edition.yaml")
  print "C1: { en: what it says, source: nowhere, verified: true }" > (folder "/edition/clauses.yaml")
  printf "state:\n  of: Thing.name\n  en: the state of a thing\n  outcomes: { big: { en: big }, small: { en: small } }\n" > (folder "/edition/questions.yaml")

  file = folder "/vocabulary.drl"
  head(file)
  printf "declare AskedOn\n    @today @en( \"the date\" )\n    date : LocalDate @en( \"the date\" )\nend\n\n" > file
  printf "declare Thing\n    @input @en( \"a thing\" )\n    name : String @en( \"its name\" )\n    size : BigDecimal @en( \"its size\" )\n" > file
  printf "    on : LocalDate @event @en( \"its day\" )\nend\n" > file

  stages = int((rules - 2) / 10)
  for (stage = 1; stage <= stages; stage++) {
    file = sprintf("%s/edition/stage-%04d.drl", folder, stage)
    head(file)
    printf "declare Stage%d\n    name : String @key\n    size : BigDecimal @key\n    since : LocalDate @key\nend\n\n", stage > file
    for (i = 0; i < 10; i++) {
      before = stage == 1 ? "Thing( $name : name, $size : size, $on : on" : "Stage" (stage - 1) "( $name : name, $size : size, $on : since"
      rule(file, "stage " stage ", " i, "    " before ", size > " i " )\n    not Thing( name == $name, on < $on, size > " (stage * 10 + i) " )\n", "Stage" stage "( $name, $size, $on )")
    }
    close(file)
  }

  file = folder "/edition/last.drl"
  head(file)
  printf "declare Big\n    @answers( \"state.big\" )\n    name : String @key @subject\nend\n\n" > file
  printf "declare Small\n    @answers( \"state.small\" )\n    name : String @key @subject\nend\n\n" > file
  rule(file, "big", "    Stage" stages "( $name : name, size > 5 )\n", "Big( $name )")
  rule(file, "small", "    Thing( $name : name )\n    not Big( name == $name )\n", "Small( $name )")
}
