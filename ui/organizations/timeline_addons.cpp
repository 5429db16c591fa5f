// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/timeline_addons.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString addonWord(const char *source) { return QCoreApplication::translate("Timeline", source); }

QString quantityText(const std::string &id, qint64 quantity, const models::CatalogNames &names,
                     const QLocale &locale) {
  return u"%1 × %2"_s.arg(formatNumber(quantity, locale), names.addon(QString::fromStdString(id)));
}

/// How many it has of each then.
QString addonsThen(const nlohmann::json &addons, const models::CatalogNames &names,
                   const QLocale &locale) {
  QStringList texts;
  for (const auto &[id, quantity] : addons.items())
    texts.append(quantityText(id, quantity.get<qint64>(), names, locale));
  return texts.isEmpty() ? addonWord(QT_TRANSLATE_NOOP("Timeline", "none any more"))
                         : texts.join(u", "_s);
}

QString addonNames(const nlohmann::json &ids, const models::CatalogNames &names) {
  QStringList called;
  for (const auto &id : ids)
    called.append(names.addon(QString::fromStdString(id.get<std::string>())));
  return called.join(u", "_s);
}

} // namespace

std::optional<TimelineText> addonTimelineText(const organizations::TimelineEntry &entry,
                                              const models::CatalogNames &names,
                                              const QLocale &locale) {
  const auto &payload = entry.payload;
  if (entry.type != u"subscription.changed" || !payload.is_object())
    return std::nullopt;
  if (payload.contains("addon"))
    return TimelineText{
        addonWord(QT_TRANSLATE_NOOP("Timeline", "Add-ons change with the next period")),
        quantityText(payload.value("addon", std::string()), payload.value("quantity", qint64(0)),
                     names, locale),
        u"clock"_s, Tone::Info};
  if (payload.contains("addons"))
    return TimelineText{addonWord(QT_TRANSLATE_NOOP("Timeline", "Add-ons changed")),
                        addonsThen(payload["addons"], names, locale), u"plus"_s, Tone::Info};
  if (!payload.contains("addons_moved"))
    return std::nullopt;
  const bool waits = payload.contains("scheduled");
  return TimelineText{
      waits ? addonWord(QT_TRANSLATE_NOOP(
                  "Timeline", "Add-ons move to how they are sold now with the next period"))
            : addonWord(QT_TRANSLATE_NOOP("Timeline", "Add-ons moved to how they are sold now")),
      addonNames(payload["addons_moved"], names), waits ? u"clock"_s : u"plus"_s, Tone::Info};
}

} // namespace tenantry::ui
