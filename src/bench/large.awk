# Writes one large scenario for ./bench large:
#   awk -v edition=signed-2026-01-22 -v states=200 -v ballots=50 -v removals=20 [-v votes=1000] -f src/bench/large.awk rules/board-of-peace/names.yaml
# All states are invited, consent and vote in every ballot. With votes, each ballot has so many instead, of the states in turn.

function day(from, days) {
  # All months of 28 days: any such day is one of the calendar.
  return sprintf("2026-%02d-%02d", from + int(days / 28), 1 + days % 28)
}

function list(type, facts) {
  out = out (out == "" ? "" : ", ") "\"" type "\": [" substr(facts, 3) "]"
}

/^  [A-Z][A-Z][A-Z]:/ && known < states { code[known++] = substr($1, 1, 3) }

END {
  if (known < states) {
    print "large.awk: there are only " known " states" > "/dev/stderr"
    exit 1
  }
  for (i = 0; i < states; i++) {
    state = "{\"state\": \"" code[i] "\", "
    invitations = invitations ", " state "\"by\": \"Chairman\", \"on\": \"" day(1, i % 20) "\"}"
    consents = consents ", " state "\"on\": \"" day(2, i % 20) "\"}"
    if (i % 10 == 0) {
      contributions = contributions ", {\"id\": \"c" i "\", \"state\": \"" code[i] "\", \"amount\": 1000000000.01, \"form\": \"cash\", \"on\": \"" day(3, i % 20) "\"}"
    }
  }
  for (i = 0; i < removals; i++) {
    removal = "\"r" i "\""
    removed = ", {\"id\": " removal ", \"state\": \"" code[int(i * states / removals)] "\", \"by\": \"Chairman\", \"on\": \"" day(4, i % 50) "\"}"
    all = all removed
    for (k = 0; k < 3; k++) {
      vetoes = vetoes ", {\"removal\": " removal ", \"by\": \"" code[(i + k) % states] "\", \"on\": \"" day(6, i % 20) "\"}"
    }
  }
  for (i = 0; i < ballots; i++) {
    proposals = proposals ", {\"id\": \"p" i "\", \"votedOn\": \"" day(5, i) "\"}"
    for (k = 0; k < (votes ? votes : states); k++) {
      choice = (k + i) % 3 == 0 ? "no" : (k + i) % 7 == 0 ? "abstain" : "yes"
      cast = cast ", {\"proposal\": \"p" i "\", \"by\": \"" code[k % states] "\", \"choice\": \"" choice "\"}"
    }
    if (i % 2 == 0) {
      approvals = approvals ", {\"proposal\": \"p" i "\", \"decision\": \"approve\", \"on\": \"" day(8, i % 28) "\"}"
    }
  }
  list("Invitation", invitations)
  list("Consent", consents)
  list("Contribution", contributions)
  list("Removal", all)
  list("RemovalVeto", vetoes)
  list("Proposal", proposals)
  list("Vote", cast)
  list("ChairmanDecision", approvals)
  printf "{\"id\": \"large\", \"edition\": \"%s\", \"asOf\": \"2026-12-01\", \"facts\": {%s}}\n", edition, out
}
