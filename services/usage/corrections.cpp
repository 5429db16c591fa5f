// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/corrections.h"

#include "services/store/events.h"
#include "services/usage/event_rows.h"
#include "services/usage/measures.h"
#include "services/usage/part_book.h"
#include "services/usage/recount.h"
#include "services/usage/service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

using business::Aggregation;
using PartTotals = std::vector<std::pair<Instant, std::optional<std::int64_t>>>; ///< oldest first

QString correctionKey(const QUuid &id) {
  return u"correction-"_s + id.toString(QUuid::WithoutBraces);
}

std::map<QString, QString> textsOf(const std::optional<store::Json> &dimensions) {
  std::map<QString, QString> texts;
  if (dimensions && dimensions->is_object())
    for (const auto &[name, value] : dimensions->items())
      texts[QString::fromStdString(name)] =
          QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
  return texts;
}

/// What a period comes to of what its parts do, as the quota counts it.
std::int64_t periodOf(const PartTotals &parts, Aggregation aggregation) {
  std::int64_t sum = 0, most = 0, last = 0;
  bool isFirst = true;
  for (const auto &[from, total] : parts) {
    if (!total)
      continue;
    sum += *total;
    most = isFirst ? *total : std::max(most, *total);
    last = *total;
    isFirst = false;
  }
  return aggregation == Aggregation::Max ? most : aggregation == Aggregation::Last ? last : sum;
}

} // namespace

struct UsageCorrections::Found {
  CountedEvent event;
  business::Metric metric;
  Instant period{};
};

QString CorrectionPicture::digest() const {
  return u"%1-%2-%3-%4-%5-%6"_s.arg(metric).arg(left).arg(taken).arg(before).arg(after).arg(
      isOnNextInvoice() ? closing : QString());
}

Result<UsageCorrections::Found> UsageCorrections::find(const UsageCorrection &correction) {
  TENANTRY_TRY(rows, m_session.database.query("usage_event_found",
                                              {{"organization", correction.organization},
                                               {"key", correction.corrects}}));
  if (rows.isEmpty())
    return fail(u"usage.not_found"_s,
                u"The organization has no usage event “%1” to correct."_s.arg(correction.corrects));
  const auto event = readEvent(rows[0]);
  TENANTRY_TRY(metric, findMetric(m_session, m_business, event.metric));
  return Found{event, metric, rows[0].get<Instant>(10)};
}

/// What the parts of its period come to now, and with the correction.
Result<> UsageCorrections::weigh(const UsageCorrection &correction, const Found &found,
                                 CorrectionPicture &picture) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  PartTotals totals;
  if (found.period == noPart) {
    TENANTRY_TRY(rows, m_session.database.query("usage_outside_of_parts",
                                                {{"organization", correction.organization},
                                                 {"metric", found.event.metric}}));
    totals.emplace_back(noPart, rows.isEmpty() ? 0 : rows[0].get<std::int64_t>(0));
  } else {
    TENANTRY_TRY(rows, m_session.database.query("usage_parts_of_period",
                                                {{"organization", correction.organization},
                                                 {"metric", found.event.metric},
                                                 {"period", found.period}}));
    for (const auto row : rows) {
      totals.emplace_back(row.get<Instant>(0), row.get<std::optional<std::int64_t>>(6));
      if (totals.back().first != found.event.part)
        continue;
      picture.closing = row.get<QString>(4);
      picture.isCharged =
          row.get<bool>(2) && isCharged(*applied, row.get<PlanVersionId>(3), found.event.metric);
    }
  }
  const auto aggregation = found.metric.aggregation;
  picture.before = periodOf(totals, aggregation);
  const auto part = std::find_if(totals.begin(), totals.end(),
                                 [&](const auto &one) { return one.first == found.event.part; });
  if (part != totals.end() && aggregation == Aggregation::Sum) {
    part->second = part->second.value_or(0) - picture.taken;
  } else if (part != totals.end()) {
    TENANTRY_TRY(differences,
                 recount(m_session, {{found.metric.id, found.metric}}, correction.organization,
                         found.event.part, Supposed{correction.corrects, -picture.taken}));
    for (const auto &difference : differences)
      part->second = difference.counted;
  }
  picture.after = periodOf(totals, aggregation);
  return {};
}

Result<CorrectionPicture> UsageCorrections::preview(const UsageCorrection &correction) {
  TENANTRY_TRY(found, find(correction));
  CorrectionPicture picture{.metric = found.metric.id,
                            .decimals = found.metric.decimals,
                            .left = found.event.left(found.metric.aggregation),
                            .taken = correction.quantity};
  if (!found.event.corrects.isEmpty())
    return fail(
        u"usage.quantity_invalid"_s,
        u"“%1” is a correction itself; correct the event that it names. Where it took too much, "
        u"import that much again under a new key, at the time of the event (usage import)."_s.arg(
            correction.corrects));
  if (picture.taken < 1)
    return fail(
        u"usage.quantity_invalid"_s,
        u"A correction takes something away; give a quantity above zero. What was taken too "
        u"much is imported again under a new key, at the time of the event (usage "
        u"import)."_s);
  if (picture.taken > picture.left)
    return fail(u"usage.quantity_invalid"_s,
                u"Of the event “%1” %2 are left; a correction takes no more."_s.arg(
                    correction.corrects, inUnits(picture.left, found.metric)));
  TENANTRY_TRY(periods, EventListing(m_session, m_business).periods(correction.organization));
  for (const auto &period : periods)
    if (period.from == found.period)
      picture.period = period;
  TENANTRY_CHECK(weigh(correction, found, picture));
  return picture;
}

Result<CorrectionPicture> UsageCorrections::act(const UsageCorrection &correction,
                                                const QString &seen) {
  if (correction.reason.trimmed().isEmpty())
    return fail(u"usage.reason_missing"_s, u"Usage is corrected with a reason; say why."_s);
  return m_session.database.transaction([&]() -> Result<CorrectionPicture> {
    TENANTRY_CHECK(store::lockOrganization(m_session, correction.organization));
    const auto id = correction.id.isNull() ? makeUuidV7(m_session.clock.now()) : correction.id;
    TENANTRY_TRY(known, knows(correction.organization, id));
    if (known)
      return asDone(correction);
    TENANTRY_TRY(picture, preview(correction));
    if (!seen.isEmpty() && seen != picture.digest())
      return fail(
          u"usage.picture_changed"_s,
          u"What the period comes to, or the event, has changed since; look at it again."_s);
    TENANTRY_CHECK(write(correction, picture, correctionKey(id)));
    return picture;
  });
}

Result<> UsageCorrections::write(const UsageCorrection &correction,
                                 const CorrectionPicture &picture, const QString &key) {
  UsageEvent event;
  event.organization = correction.organization;
  event.key = key;
  event.metric = picture.metric;
  event.quantity = -picture.taken;
  event.occurredAt = m_session.clock.now();
  event.corrects = correction.corrects;
  TENANTRY_TRY(found, find(correction));
  event.dimensions = textsOf(found.event.dimensions); // it takes from what those name
  TENANTRY_CHECK(UsageService(m_session, m_business).correct(event));
  return store::appendEvents(m_session, correction.organization,
                             {{u"usage.corrected"_s,
                               {{"key", key.toStdString()},
                                {"corrects", correction.corrects.toStdString()},
                                {"metric", picture.metric.toStdString()},
                                {"quantity", -picture.taken},
                                {"decimals", picture.decimals},
                                {"reason", correction.reason.trimmed().toStdString()}}}});
}

/// What it came to: the period as it is now is with it.
Result<CorrectionPicture> UsageCorrections::asDone(const UsageCorrection &correction) {
  TENANTRY_TRY(found, find(correction));
  CorrectionPicture picture{.metric = found.metric.id,
                            .decimals = found.metric.decimals,
                            .left = found.event.left(found.metric.aggregation)};
  TENANTRY_CHECK(weigh(correction, found, picture));
  picture.left += correction.quantity;
  picture.taken = correction.quantity;
  return picture;
}

Result<QString> UsageCorrections::metricOf(const OrganizationId &organization, const QString &key) {
  TENANTRY_TRY(found, find({organization, key, 0, {}, {}}));
  return found.metric.id;
}

Result<bool> UsageCorrections::mayCorrect() {
  TENANTRY_TRY(may, m_session.database.one<bool>("usage_may_correct"));
  return std::get<0>(*may);
}

Result<bool> UsageCorrections::knows(const OrganizationId &organization, const QUuid &id) {
  TENANTRY_TRY(known,
               m_session.database.one<bool>("usage_event_known", {{"organization", organization},
                                                                  {"key", correctionKey(id)}}));
  return std::get<0>(*known);
}

} // namespace tenantry::usage
