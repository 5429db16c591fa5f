// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QRegularExpression>
#include <QStringList>

namespace tenantry::architecture {
using namespace Qt::StringLiterals;

/// The rooms, each may include those after it.
inline const QStringList rooms{u"app"_s, u"ui"_s, u"models"_s, u"services"_s};

/// The folders of services, each may include those before it. `audit` is the last of the domains;
/// `importing` and `scenarios` drive all of them.
inline const QStringList servicesInOrder{u"core"_s,     u"store"_s,         u"jobs"_s,
                                         u"gateways"_s, u"documents"_s,     u"http"_s,
                                         u"views"_s,    u"business"_s,      u"organizations"_s,
                                         u"catalog"_s,  u"subscriptions"_s, u"usage"_s,
                                         u"billing"_s,  u"payments"_s,      u"automation"_s,
                                         u"audit"_s,    u"importing"_s,     u"scenarios"_s,
                                         u"api"_s};

/// What `#include` lines name, in the order of the text.
inline QStringList includesOf(const QString &text) {
  static const QRegularExpression line(uR"(^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"])"_s,
                                       QRegularExpression::MultilineOption);
  QStringList names;
  for (auto it = line.globalMatch(text); it.hasNext();)
    names.append(it.next().captured(1));
  return names;
}

inline QString roomOf(const QString &path) {
  const auto first = path.section(u'/', 0, 0);
  return rooms.contains(first) ? first : QString();
}

inline bool isGraphical(const QString &include) {
  static const QRegularExpression graphical(
      u"^(QtGui|QtWidgets|QtCharts|QtPdf|QtPdfWidgets|QtSvg|QtOpenGL)(/|$)|"
      "^Q(Widget|Application|GuiApplication|Painter|PainterPath|Pen|Brush|Color|Font|"
      "FontMetrics\\w*|FontDatabase|"
      "Image|Pixmap|Icon|PdfWriter|PdfDocument|PdfView|PageSize|PageLayout|TextDocument|TextLayout|"
      "Palette|Style|"
      "ProxyStyle|Chart|ChartView|\\w+Series|Svg\\w+|Printer|(Abstract\\w+|Tree|Table|List|Column|"
      "Graphics)View|\\w*Dialog|MainWindow|Action|Menu|Screen|"
      "StandardItemModel|Window|Cursor|Clipboard|DesktopServices|KeySequence|\\w+Delegate)$"_s);
  return graphical.match(include).hasMatch();
}

/// Why a file may not include that, in words; empty when it may. Both are paths from the root of
/// the source tree.
inline QString objection(const QString &file, const QString &include) {
  const auto from = roomOf(file);
  const auto to = roomOf(include);
  const auto fromFolder = file.section(u'/', 1, 1);
  const auto toFolder = include.section(u'/', 1, 1);
  if (from == u"services" && fromFolder != u"documents" && isGraphical(include))
    return u"only services/documents draws; the rest of services knows no GUI"_s;
  if (from == u"services" && fromFolder == u"documents" && file.endsWith(u".h") &&
      isGraphical(include))
    return u"the headers of services/documents show nothing of QtGui"_s;
  if (include.startsWith(u"CLI/") && fromFolder != u"grammar")
    return u"CLI11 takes seconds wherever it is read: app/grammar alone does"_s;
  if (include.startsWith(u"boost/beast") && file != u"services/http/connection.cpp")
    return u"Boost.Beast takes many seconds wherever it is read: services/http/connection.cpp alone does"_s;
  if (to.isEmpty())
    return {};
  if (rooms.indexOf(to) < rooms.indexOf(from))
    return u"the arrow goes app, ui, models, services, never back"_s;
  if (from == u"app" && to == u"app" && fromFolder != toFolder && toFolder != u"grammar")
    return u"one program does not include another"_s;
  if (to != u"services")
    return {};
  if (include.endsWith(u"/repository.h") && (from != u"services" || fromFolder != toFolder))
    return u"a repository belongs to its own domain"_s;
  if (from == u"ui" && toFolder != u"core" && !include.endsWith(u"/values.h"))
    return u"ui takes from services the values and core, the rest through models"_s;
  if (from != u"services" || fromFolder == toFolder)
    return {};
  if (!servicesInOrder.contains(fromFolder) || !servicesInOrder.contains(toFolder))
    return u"the folder has no place in the order of services yet"_s;
  if (servicesInOrder.indexOf(toFolder) > servicesInOrder.indexOf(fromFolder))
    return u"a folder of services includes those before it only; later ones are reached by events"_s;
  return {};
}

} // namespace tenantry::architecture
