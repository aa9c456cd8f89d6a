#!/usr/bin/env bash
# The comment of action.yml: one on a pull request, updated by each run. A comment that cannot be
# written, as from a fork, is said and fails nothing.
set -uo pipefail

file=${1:?the file that holds the comment}
number=$(python3 -c '
import json, os
event = json.load(open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8"))
print((event.get("pull_request") or {}).get("number", ""))
' 2>/dev/null)
if [ -z "$number" ] || [ ! -s "$file" ]; then
  exit 0
fi

# the mark of a comment, with the name that tells two checks of one pull request apart
mark="<!-- tracediff check${COMMENT_NAME:+ $COMMENT_NAME} -->"
{
  printf '%s\n' "$mark"
  tail -n +2 "$file"
} >"$file.body"

comments="repos/$GITHUB_REPOSITORY/issues/$number/comments"
export mark
known=$(gh api --paginate "$comments" --jq '.[] | select(.body | startswith(env.mark)) | .id' | head -n 1)
if [ -n "$known" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" -F "body=@$file.body"
else
  gh api --silent --method POST "$comments" -F "body=@$file.body"
fi || echo "::notice title=tracediff::The comment could not be written; it needs pull-requests: write."
rm -f "$file.body"
