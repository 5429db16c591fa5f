// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/scenarios/line_text.h"

#include "services/core/json_text.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

namespace {

using billing::PlannedLine;
using billing::StoredLine;

/// As it is stored; decimals with the places that they have in the database.
StoredLine asStored(const PlannedLine &line, JsonText &json) {
  const auto &draft = line.draft;
  StoredLine stored;
  stored.kind = QString::fromUtf8(business::toWord(draft.kind).data());
  stored.item = draft.item;
  stored.metric = draft.metric;
  stored.quantity = formatDecimal(draft.quantity, 9);
  stored.unit = formatDecimal(draft.unit, 12);
  stored.amount = draft.amount;
  stored.discountShare = draft.discountShare;
  stored.taxShare = draft.taxShare;
  if (!draft.days.isEmpty()) {
    stored.fromDay = draft.days.from;
    stored.toDay = draft.days.to;
  }
  stored.partFrom = line.partFrom;
  if (const auto explained = line.explained(json); !explained.empty())
    stored.detail = nlohmann::json::parse(explained);
  return stored;
}

QString textOf(const StoredLine &line) {
  const auto day = [](const std::optional<LocalDay> &one) { return one ? toIso(*one) : u"–"_s; };
  return QStringList{line.kind,
                     line.item,
                     line.metric,
                     line.quantity,
                     line.unit,
                     QString::number(line.amount),
                     QString::number(line.discountShare),
                     QString::number(line.taxShare),
                     day(line.fromDay),
                     day(line.toDay),
                     line.partFrom ? toIso(*line.partFrom) : u"–"_s,
                     QString::fromStdString(line.detail.dump())}
      .join(u" | "_s);
}

} // namespace

QStringList lineTexts(const std::vector<PlannedLine> &lines) {
  JsonText json;
  QStringList texts;
  for (const auto &line : lines)
    texts += textOf(asStored(line, json));
  return texts;
}

QStringList lineTexts(const std::vector<StoredLine> &lines) {
  QStringList texts;
  for (const auto &line : lines)
    texts += textOf(line);
  return texts;
}

} // namespace tenantry::tests
