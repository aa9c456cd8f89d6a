#!/usr/bin/env bash
# Print the scorers' figures. usage: benchmarks/scores.sh DATA [PYTHON]
# DATA is a folder with score/, gold/, seeds/, corpora/ and yardsticks/.
set -euo pipefail
data=$1
python=${2:-.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

facts() { # gold, document, [text for the stretch]
  echo "-- facts: $1"
  "$python" -m tracediff facts "$data/$2" --format json >"$work/facts.json"
  "$python" "$data/score/score_facts.py" "$data/gold/$1.json" "$work/facts.json" ${3:+"$data/$3"} |
    grep -E '^(gold|value|full)'
}
alignment() { # gold, old, new
  echo "-- alignment: $1"
  "$python" -m tracediff compare "$data/$2" "$data/$3" --format json >"$work/report.json"
  "$python" "$data/score/score_alignment.py" "$data/gold/$1.json" "$work/report.json" |
    grep -E '^(all pairs|changed pairs|moved|left|page one|false alarms)'
}

facts facts-2015 seeds/tip-mexico-2015-protection-prevention.txt
facts facts-2021 seeds/tip-mexico-2021-protection.txt
brazil=corpora/hrr-brazil-2020-2021
facts facts-hrr-brazil-2020 $brazil/old.md $brazil/old.md
facts facts-hrr-brazil-2021 $brazil/new.md $brazil/new.md
ghana=corpora/tda-ghana-2020-2021
facts facts-tda-ghana-2021 $ghana/new.pdf $ghana/new.txt
alignment alignment-2015-2021 seeds/tip-mexico-2015-protection-prevention.txt seeds/tip-mexico-2021-protection.txt
alignment alignment-hrr-brazil-2020-2021 $brazil/old.md $brazil/new.md
alignment alignment-tda-ghana-2020-2021 $ghana/old.txt $ghana/new.txt
masons=corpora/uk-msa-pinsent-masons-2019-2020
alignment alignment-uk-msa-pinsent-masons-2019-2020 $masons/old.txt $masons/new.txt
echo "-- yardsticks"
"$python" "$data/score/score_yardsticks.py" --data "$data/yardsticks"
