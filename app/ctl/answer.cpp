// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/answer.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

Json toJson(const Error &error) {
  Json json{{"code", error.code}, {"message", error.message}};
  const auto &place = error.place;
  if (!place.file.isEmpty())
    json["place"]["file"] = place.file;
  if (place.line > 0)
    json["place"]["line"] = place.line;
  if (place.column > 0)
    json["place"]["column"] = place.column;
  if (!place.field.isEmpty())
    json["place"]["field"] = place.field;
  return json;
}

Json errorDocument(const Error &error) { return {{"error", toJson(error)}}; }

QString lineOf(const Error &error) {
  const auto &place = error.place;
  if (place.file.isEmpty() || place.field.isEmpty() || error.message.contains(place.field))
    return error.toString();
  Error named = error;
  named.place = {};
  auto where = place.file;
  if (place.line > 0)
    where += u":%1"_s.arg(place.line);
  return where + u' ' + place.field + u": "_s + named.toString();
}

Json document(const Answer &answer) {
  Json json = answer.json;
  if (answer.problems.empty())
    return json;
  json["error"] = toJson(answer.problems.front());
  json["errors"] = Json::array();
  for (const auto &problem : answer.problems)
    json["errors"].push_back(toJson(problem));
  return json;
}

namespace {

bool isNumber(const QString &cell) {
  const auto first = cell.isEmpty() ? QChar() : cell.front();
  return first.isDigit() || (first == u'-' && cell.size() > 1);
}

} // namespace

std::vector<qsizetype> TextTable::widths() const {
  std::vector<qsizetype> widths(static_cast<std::size_t>(m_rows.front().size()), 0);
  for (const auto &row : m_rows)
    for (qsizetype column = 0; column < row.size(); ++column) {
      auto &width = widths.at(static_cast<std::size_t>(column));
      width = std::max(width, row[column].size());
    }
  return widths;
}

QString TextTable::toString() const {
  const auto wide = widths();
  QString text;
  for (const auto &row : m_rows) {
    QString line;
    for (qsizetype column = 0; column < row.size(); ++column) {
      const auto width = wide[static_cast<std::size_t>(column)];
      line += isNumber(row[column]) ? row[column].rightJustified(width)
                                    : row[column].leftJustified(width);
      line += u"  "_s;
    }
    while (line.endsWith(u' '))
      line.chop(1);
    text += line + u'\n';
  }
  return text;
}

} // namespace tenantry::ctl
