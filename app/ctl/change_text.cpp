// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/change_text.h"
#include "app/ctl/answer.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using billing::ChangePicture;

/// What the contract's price becomes, where it becomes another.
QString priceText(const ChangePicture &picture) {
  const auto &before = picture.before, &after = picture.after;
  const auto of = [](const std::optional<std::int64_t> &price, Currency currency) {
    return price ? Money(*price, currency).toString() : u"as the plan says"_s;
  };
  const auto &detail = after.scheduled.detail;
  if (detail.is_object() && detail.contains("price"))
    return u"price then: %1\n"_s.arg(
        of(detail.at("price").is_null() ? std::nullopt
                                        : std::optional(detail.at("price").get<std::int64_t>()),
           subscriptions::currencyThen(after.scheduled, after.currency)));
  if (before.priceOverride == after.priceOverride)
    return {};
  return u"price: %1 → %2\n"_s.arg(of(before.priceOverride, before.currency),
                                   of(after.priceOverride, after.currency));
}

/// What the contract's limits become, where they become others.
QString textOf(const subscriptions::OwnLimits &before, const subscriptions::OwnLimits &after) {
  const auto of = [](const subscriptions::OwnLimits &limits, const QString &metric) {
    const auto found = limits.find(metric);
    if (found == limits.end())
      return u"as the plan says"_s;
    return found->second < 0 ? u"unlimited"_s : QString::number(found->second);
  };
  auto all = before;
  all.insert(after.begin(), after.end());
  QString said;
  for (const auto &[metric, limit] : all)
    if (const auto was = of(before, metric), is = of(after, metric); was != is)
      said += u"limit of %1: %2 → %3\n"_s.arg(metric, was, is);
  return said;
}

/// How many it has of each add-on, where that becomes another.
QString addonsText(const ChangePicture &picture) {
  const auto &before = picture.before.items, &after = picture.after.items;
  const auto of = [](const subscriptions::Items &items, const QString &id) {
    const auto found = items.find(id);
    return found == items.end() ? 0 : found->second.quantity;
  };
  auto all = before;
  all.insert(after.begin(), after.end());
  QString said;
  for (const auto &[id, item] : all)
    if (const auto was = of(before, id), is = of(after, id); was != is)
      said += u"add-on %1: %2 → %3\n"_s.arg(id).arg(was).arg(is);
  if (const auto then = subscriptions::alterationOf(picture.after.scheduled).item)
    said += u"add-on %1 then: %2\n"_s.arg(then->addon.id).arg(then->quantity);
  return said;
}

/// What waited and waits no longer.
QString takenBackText(const ChangePicture &picture) {
  using subscriptions::ScheduledAction;
  const auto &before = picture.before.scheduled;
  if (before.action == ScheduledAction::None ||
      picture.after.scheduled.action != ScheduledAction::None)
    return {};
  QString said = u"no longer scheduled for %1: %2\n"_s.arg(toIso(picture.before.period.to),
                                                           subscriptions::toString(before.action));
  if (picture.nextWithout)
    said += u"as scheduled the next invoice would be on %1: %2\n"_s.arg(
        toIso(*picture.nextWithout->invoice.issuedOn),
        Money(picture.nextWithout->invoice.total, picture.nextWithout->invoice.currency)
            .toString());
  return said;
}

} // namespace

QString changeText(const ChangePicture &picture, bool isPreview) {
  const auto currency = picture.after.currency;
  const auto money = [&currency](std::int64_t minor) { return Money(minor, currency).toString(); };
  QString said = isPreview ? u"Preview; nothing was written.\n"_s : u"Done.\n"_s;
  if (picture.document) {
    TextTable table({u"line"_s, u"item"_s, u"from"_s, u"to"_s, u"amount"_s});
    for (const auto &line : picture.document->lines) {
      const auto &days = line.draft.days;
      table.add({QString::fromStdString(std::string(business::toWord(line.draft.kind))),
                 line.draft.item, days.isEmpty() ? QString() : toIso(days.from),
                 days.isEmpty() ? QString() : toIso(days.to),
                 Money(line.draft.amount, currency).majorString()});
    }
    said += table.toString();
  }
  if (picture.document && billing::loweredBy(*picture.document) != 0)
    said += u"taken off what is drafted: %1\n"_s.arg(money(billing::loweredBy(*picture.document)));
  said += u"total %1, due now %2, balance %3 → %4\n"_s.arg(
      money(picture.total()), money(picture.dueNow()), money(picture.balanceBefore),
      money(picture.balanceAfter));
  if (picture.after.trialEnd && picture.after.status == subscriptions::Status::Trialing)
    said += u"trial until %1\n"_s.arg(toIso(*picture.after.trialEnd));
  if (picture.next)
    said += u"next invoice on %1: %2\n"_s.arg(
        toIso(*picture.next->invoice.issuedOn),
        Money(picture.next->invoice.total, picture.next->invoice.currency).toString());
  said += priceText(picture);
  if (const auto then = subscriptions::currencyThen(picture.after.scheduled, currency);
      then != picture.after.currency)
    said += u"currency then: %1\n"_s.arg(then.code());
  said += takenBackText(picture);
  if (!picture.uncharged.empty())
    said += u"not charged in it: %1\n"_s.arg(
        QStringList(picture.uncharged.begin(), picture.uncharged.end()).join(u", "_s));
  said += textOf(picture.before.ownLimits, picture.after.ownLimits);
  said += addonsText(picture);
  if (!picture.after.autoRenew)
    said += u"ends on %1\n"_s.arg(toIso(picture.after.period.to));
  if (picture.after.scheduled.action != subscriptions::ScheduledAction::None)
    said += u"scheduled for %1: %2\n"_s.arg(
        toIso(picture.after.period.to), subscriptions::toString(picture.after.scheduled.action));
  return said + u"digest %1\n"_s.arg(picture.digest());
}

} // namespace tenantry::ctl
