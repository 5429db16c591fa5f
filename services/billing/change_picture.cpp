// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/change_picture.h"

#include "services/business/loader.h"
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

nlohmann::json linesOf(const std::optional<PlannedInvoice> &document) {
  auto lines = nlohmann::json::array();
  if (!document)
    return lines;
  for (const auto &line : document->lines)
    lines.push_back({{"kind", std::string(business::toWord(line.draft.kind))},
                     {"item", line.draft.item},
                     {"amount", line.draft.amount},
                     {"from", line.draft.days.from},
                     {"to", line.draft.days.to}});
  return lines;
}

std::int64_t leftToPay(const PlannedInvoice &planned) {
  return planned.credit ? 0 : planned.invoice.total - planned.balanceUsed;
}

nlohmann::json couponsOf(const subscriptions::Subscription &subscription) {
  auto coupons = nlohmann::json::array();
  for (const auto &[coupon, from, to] : subscription.redemptions) {
    nlohmann::json one{
        {"coupon", coupon.id}, {"percent", nullptr}, {"amount", nullptr}, {"invoices", nullptr}};
    if (coupon.percent)
      one["percent"] = formatDecimal(*coupon.percent, 6);
    if (coupon.amount)
      one["amount"] = coupon.amount->minor();
    if (to)
      one["invoices"] = *to - from;
    coupons.push_back(std::move(one));
  }
  return coupons;
}

/// By the add-on's id: quantity and amounts leave its limits and features unsaid.
nlohmann::json termsOf(const subscriptions::Items &items) {
  auto terms = nlohmann::json::object();
  for (const auto &[id, item] : items)
    terms[id.toStdString()] = business::toJson(item.addon);
  return terms;
}

template <typename T> nlohmann::json orNull(const std::optional<T> &value) {
  return value ? nlohmann::json(*value) : nlohmann::json();
}

/// Nothing was before one that begins.
nlohmann::json figuresBefore(const subscriptions::Subscription &before) {
  return {{"plan_before", before.planId},
          {"interval_before", tenantry::toString(before.interval)},
          {"seats_before", before.seats},
          {"status_before", subscriptions::toString(before.status)},
          {"scheduled_before", subscriptions::toString(before.scheduled.action)},
          {"scheduled_detail_before", before.scheduled.detail},
          {"currency_before", before.currency.code()},
          {"price_before", orNull(before.priceOverride)},
          {"limits_before", subscriptions::toJson(before.ownLimits)},
          {"addons_before", subscriptions::quantitiesOf(before.items)},
          {"mrr_before", before.mrrTwelfths}};
}

struct Figure {
  const char *name;
  QString words;
  bool isMoney = false;
};

/// Those that a sentence names; the lines say the same as the total.
const std::vector<Figure> &named() {
  static const std::vector<Figure> all{{"plan_before", u"the plan was"_s},
                                       {"interval_before", u"the interval was"_s},
                                       {"seats_before", u"the seats were"_s},
                                       {"status_before", u"the status was"_s},
                                       {"scheduled_before", u"scheduled was"_s},
                                       {"currency_before", u"the currency was"_s},
                                       {"price_before", u"the contract's price was"_s, true},
                                       {"limits_before", u"the contract's limits were"_s},
                                       {"addons_before", u"the add-ons were"_s},
                                       {"plan", u"the plan becomes"_s},
                                       {"period_to", u"the period ends"_s},
                                       {"trial_end", u"the trial ends"_s},
                                       {"coupons", u"its coupons are"_s},
                                       {"currency_then", u"the currency becomes"_s},
                                       {"uncharged", u"not charged in it are"_s},
                                       {"price", u"the contract's price is"_s, true},
                                       {"limits", u"the contract's limits are"_s},
                                       {"addons", u"the add-ons are"_s},
                                       {"auto_renew", u"that it renews by itself is"_s},
                                       {"first_invoice", u"the first invoice is"_s, true},
                                       {"total", u"the total is"_s, true},
                                       {"awaited", u"invoices before it come to"_s, true},
                                       {"lowers_drafts", u"drafts are lowered by"_s, true},
                                       {"balance_after", u"the balance is then"_s, true},
                                       {"mrr_after", u"the MRR in twelfths is then"_s}};
  return all;
}

/// With what they take off: one that was redefined keeps its name.
QString couponsText(const nlohmann::json &coupons, Currency currency) {
  QStringList texts;
  for (const auto &one : coupons) {
    const auto off = one["amount"].is_number_integer()
                         ? Money(one["amount"].get<std::int64_t>(), currency).toString()
                         : one["percent"].get<QString>() + u" %"_s;
    texts.append(one["coupon"].get<QString>() + u" ("_s + off + u')');
  }
  return texts.isEmpty() ? u"none"_s : texts.join(u", "_s);
}

QString metricsText(const nlohmann::json &metrics) {
  QStringList texts;
  for (const auto &metric : metrics)
    texts.append(metric.get<QString>());
  return texts.isEmpty() ? u"none"_s : texts.join(u", "_s);
}

QString limitsText(const nlohmann::json &limits) {
  QStringList texts;
  for (const auto &[metric, limit] : subscriptions::limitsFromJson(limits))
    texts.append(metric + u' ' + (limit < 0 ? u"unlimited"_s : QString::number(limit)));
  return texts.isEmpty() ? u"none"_s : texts.join(u", "_s);
}

QString addonsText(const nlohmann::json &quantities) {
  QStringList texts;
  for (const auto &[id, quantity] : quantities.items())
    texts.append(u"%1 × %2"_s.arg(quantity.get<int>()).arg(QString::fromStdString(id)));
  return texts.isEmpty() ? u"none"_s : texts.join(u", "_s);
}

QString textOf(const nlohmann::json &figures, const Figure &figure, Currency currency) {
  const auto found = figures.find(figure.name);
  if (found == figures.end())
    return {};
  if (figure.isMoney && found->is_number_integer())
    return Money(found->get<std::int64_t>(), currency).toString();
  if (figure.isMoney && found->is_null())
    return u"none"_s;
  if (QLatin1StringView(figure.name) == "uncharged"_L1)
    return metricsText(*found);
  if (found->is_array())
    return couponsText(*found, currency);
  if (QLatin1StringView(figure.name).startsWith("limits"_L1))
    return limitsText(*found);
  if (QLatin1StringView(figure.name).startsWith("addons"_L1))
    return addonsText(*found);
  if (found->is_string())
    return found->get<QString>();
  return QString::fromStdString(found->dump());
}

QString differences(const nlohmann::json &then, const nlohmann::json &now, Currency currency) {
  QStringList parts;
  for (const auto &figure : named()) {
    const auto was = textOf(then, figure, currency), is = textOf(now, figure, currency);
    if (was != is)
      parts.append(u"%1 %2 instead of %3"_s.arg(figure.words, is, was));
  }
  return parts.isEmpty() ? u"its lines or the terms of its add-ons are others"_s
                         : parts.join(u", "_s);
}

} // namespace

std::int64_t ChangePicture::total() const {
  return document ? checkedAdd(document->invoice.total, -loweredBy(*document)) : 0;
}

std::int64_t ChangePicture::dueNow() const { return document ? leftToPay(*document) : 0; }

ChangePicture::AtOnce ChangePicture::atOnce() const {
  AtOnce sum{total(), dueNow()};
  for (const auto &planned : awaited) {
    if (planned.invoice.currency != after.currency)
      continue;
    sum.billed = checkedAdd(sum.billed, planned.invoice.total - loweredBy(planned));
    sum.due = checkedAdd(sum.due, leftToPay(planned));
  }
  return sum;
}

nlohmann::json ChangePicture::figures() const {
  nlohmann::json figures{
      {"plan", after.planId},
      {"plan_version", after.planVersion},
      {"interval", tenantry::toString(after.interval)},
      {"seats", after.seats},
      {"status", subscriptions::toString(after.status)},
      {"scheduled", subscriptions::toString(after.scheduled.action)},
      {"scheduled_detail", after.scheduled.detail},
      {"period_from", after.period.from},
      {"period_to", after.period.to},
      {"trial_end", orNull(after.trialEnd)},
      {"price", orNull(after.priceOverride)},
      {"limits", subscriptions::toJson(after.ownLimits)},
      {"addons", subscriptions::quantitiesOf(after.items)},
      {"addon_terms", termsOf(after.items)},
      {"coupons", couponsOf(after)},
      {"auto_renew", after.autoRenew},
      {"currency", after.currency.code()},
      {"currency_then", subscriptions::currencyThen(after.scheduled, after.currency).code()},
      {"uncharged", uncharged},
      {"total", total()},
      {"due_now", dueNow()},
      {"awaited", atOnce().billed - total()},
      {"lines", linesOf(document)},
      {"lowers_drafts", document ? loweredBy(*document) : 0},
      {"balance_before", balanceBefore},
      {"balance_after", balanceAfter},
      {"mrr_after", after.mrrTwelfths},
      {"first_invoice", firstInvoice()}};
  for (const auto &planned : awaited) // usage in the currency that it had before
    if (planned.invoice.currency != after.currency)
      figures["awaited_before"][planned.invoice.currency.code().toStdString()] =
          planned.invoice.total;
  const auto was = figuresBefore(before);
  for (const auto &[name, value] : was.items())
    figures[name] = begins() ? nlohmann::json() : value;
  return figures;
}

/// Usage changes every other invoice that is to come; the one after a trial has none yet.
nlohmann::json ChangePicture::firstInvoice() const {
  if (!begins())
    return {};
  if (document)
    return document->invoice.total;
  return next ? nlohmann::json(next->invoice.total) : nlohmann::json();
}

QString ChangePicture::digest() const { return pictureDigest(toBytes(figures())); }

SeenPicture SeenPicture::of(const ChangePicture &picture) {
  return {picture.at, picture.figures(), picture.digest()};
}

std::optional<SeenPicture> SeenPicture::of(const Seen &seen) {
  return seen.digest.isEmpty() ? std::nullopt
                               : std::optional(SeenPicture{seen.at, {}, seen.digest});
}

Result<> checkSeen(const SeenPicture &seen, const ChangePicture &now) {
  if (seen.digest == now.digest())
    return {};
  const auto currency = now.after.currency;
  if (seen.figures.is_null() && now.atOnce().billed == 0)
    return fail(u"subscription.picture_changed"_s,
                u"It no longer comes to what was previewed: now it bills nothing at once and its "
                u"MRR is then %1; look at it again."_s.arg(
                    Money(roundHalfAwayFromZero(Rational(now.mrrOnceScheduled, 12)),
                          subscriptions::currencyThen(now.after.scheduled, currency))
                        .toString()));
  if (seen.figures.is_null())
    return fail(u"subscription.picture_changed"_s,
                u"It no longer comes to what was previewed: it is %1 now; look at "
                u"it again."_s.arg(Money(now.total(), currency).toString()));
  return fail(u"subscription.picture_changed"_s,
              u"It no longer comes to what was previewed: %1; look at it again."_s.arg(
                  differences(seen.figures, now.figures(), currency)));
}

} // namespace tenantry::billing
