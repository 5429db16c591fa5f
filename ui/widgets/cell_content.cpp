// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_content.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/style_buttons.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icon_tile.h"
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int avatarSize = 28, avatarGap = space::x3 - 1, barWidth = 32, barGap = 10,
              findingGap = 6;
constexpr double defaultThreshold = 5;
constexpr QChar enDash(0x2013);

Tone toneOf(const QModelIndex &index, Tone otherwise) {
  const auto value = index.data(ToneRole);
  return value.isValid() ? static_cast<Tone>(value.toInt()) : otherwise;
}

TextStyle bodyStyle(const QModelIndex &index) {
  return index.data(StrongRole).toBool() ? TextStyle::BodyStrong : TextStyle::Body;
}

/// So much of the cell from where reading begins, and what follows it.
QRect beginning(const Cell &cell, int wide) {
  return placed(*cell.painter, cell.rect,
                QRect(cell.rect.left(), cell.rect.top(), wide, cell.rect.height()));
}
QRect after(const Cell &cell, int wide) {
  return placed(*cell.painter, cell.rect, cell.rect.adjusted(wide, 0, 0, 0));
}

void drawPlain(const Cell &cell, Tone tone) {
  // Text that is a value says itself that it stands at the right.
  const auto own = Qt::Alignment(cell.index.data(Qt::TextAlignmentRole).toInt());
  const bool isRight = isRightAligned(cell.kind) || own & Qt::AlignRight;
  const auto align = isRight ? Qt::AlignRight : Qt::AlignLeft;
  drawText(
      cell.painter, cell.rect, cellText(cell.index, cell.locale),
      {bodyStyle(cell.index), cell.theme.color(tone), align | Qt::AlignVCenter, Figures::Tabular});
}

void drawTwoLines(const Cell &cell) {
  const auto name = cell.index.data().toString();
  const int middle = cell.rect.center().y();
  const QRect avatar(beginning(cell, avatarSize).left(), middle - avatarSize / 2, avatarSize,
                     avatarSize);
  const bool person = cell.index.data(PersonRole).toBool();
  if (const auto icon = cell.index.data(IconRole).toString(); !icon.isEmpty())
    drawIconTile(cell.painter, avatar, icon, cell.theme.pair(toneOf(cell.index, Tone::Neutral)));
  else
    drawAvatar(cell.painter, avatar, name, person ? AvatarShape::Round : AvatarShape::Square,
               cell.theme);
  const QRect text = after(cell, avatarSize + avatarGap);
  drawText(cell.painter, QRect(text.left(), middle - 17, text.width(), 18), name,
           {TextStyle::BodyStrong, cell.theme.text});
  drawText(cell.painter, QRect(text.left(), middle + 1, text.width(), 16),
           cell.index.data(SecondLineRole).toString(),
           {TextStyle::Meta, cell.theme.muted, Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
}

void drawBadgeCell(const Cell &cell) {
  const auto text = cell.index.data().toString();
  const bool dot = cell.index.data(StateDotRole).toBool();
  if (!text.isEmpty())
    drawBadge(cell.painter, beginning(cell, badgeWidth(text, dot)).left(), cell.rect.center().y(),
              text, cell.theme.pair(toneOf(cell.index, Tone::Neutral)), dot);
}

/// Colour says that a change is worth a look: below the threshold there is none.
Tone deltaTone(const QModelIndex &index) {
  const auto delta = index.data(DeltaRole), given = index.data(ThresholdRole);
  const double threshold = given.isValid() ? given.toDouble() : defaultThreshold;
  if (!delta.isValid() || std::abs(delta.toDouble()) < threshold)
    return Tone::Muted;
  return toneOf(index, delta.toDouble() < 0 ? Tone::Danger : Tone::Success);
}

QColor fillOf(Tone tone, const Theme &theme) {
  switch (tone) {
  case Tone::Success:
    return theme.positive;
  case Tone::Danger:
    return theme.negative;
  case Tone::Warning:
    return theme.chart[2];
  default:
    return theme.chart[0];
  }
}

void drawBarCell(const Cell &cell) {
  const QRectF bar(beginning(cell, barWidth).left(), QRectF(cell.rect).center().y() - 2, barWidth,
                   4);
  drawBar(cell.painter, bar, cell.index.data(ShareRole).toDouble(),
          fillOf(toneOf(cell.index, Tone::Accent), cell.theme), cell.theme.track);
  drawText(cell.painter, after(cell, barWidth + barGap), cell.index.data().toString(),
           {TextStyle::Body, cell.theme.text2, Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
}

void drawFinding(const Cell &cell) {
  const auto text = cell.index.data().toString();
  if (text.isEmpty())
    return;
  const auto tone = toneOf(cell.index, Tone::Warning);
  const QRectF mark(beginning(cell, iconSize::cell).left(), QRectF(cell.rect).center().y() - 7,
                    iconSize::cell, iconSize::cell);
  drawIcon(cell.painter, tone == Tone::Info ? u"info"_s : u"alert-triangle"_s, mark,
           cell.theme.color(tone));
  drawText(cell.painter, after(cell, iconSize::cell + findingGap), text,
           {TextStyle::Body, cell.theme.text2, Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
}

void drawCheck(const Cell &cell) {
  QStyleOption option;
  option.palette = cell.palette;
  option.rect = beginning(cell, iconSize::control);
  const auto state = cell.index.data(Qt::CheckStateRole).value<Qt::CheckState>();
  option.state = state == Qt::Checked     ? QStyle::State_On
                 : state == Qt::Unchecked ? QStyle::State_Off
                                          : QStyle::State_NoChange;
  if (cell.index.flags() & Qt::ItemIsEnabled)
    option.state |= QStyle::State_Enabled;
  drawCheckMark(option, cell.painter);
}

void drawSpark(const Cell &cell) {
  const auto series = cell.index.data(SeriesRole).value<QVector<double>>();
  const QRectF rect(cell.rect.left(), QRectF(cell.rect).center().y() - 9, cell.rect.width(), 18);
  drawSparkline(cell.painter, rect, series, fillOf(toneOf(cell.index, Tone::Accent), cell.theme));
}

/// The text of a value, or an en dash where the model has none.
template <typename Value, typename Format>
QString valueText(const QModelIndex &index, int role, Format format) {
  const auto value = index.data(role);
  return value.isValid() ? format(value.value<Value>()) : QString(enDash);
}

} // namespace

void drawCellContent(const Cell &cell) {
  switch (cell.kind) {
  case CellKind::TwoLine:
    return drawTwoLines(cell);
  case CellKind::Badge:
    return drawBadgeCell(cell);
  case CellKind::Delta:
    return drawPlain(cell, deltaTone(cell.index));
  case CellKind::Bar:
    return drawBarCell(cell);
  case CellKind::Finding:
    return drawFinding(cell);
  case CellKind::Check:
    return drawCheck(cell);
  case CellKind::Spark:
    return drawSpark(cell);
  case CellKind::Text:
  case CellKind::Money:
  case CellKind::Number:
  case CellKind::Date:
    return drawPlain(cell, toneOf(cell.index, Tone::Text));
  }
}

QString cellText(const QModelIndex &index, const QLocale &locale) {
  switch (static_cast<CellKind>(index.data(KindRole).toInt())) {
  case CellKind::Money: {
    const auto minor =
        index.data(HideMinorUnitsRole).toBool() ? MinorUnits::Hidden : MinorUnits::Shown;
    return valueText<Money>(index, MoneyRole,
                            [&](const Money &m) { return formatMoney(m, locale, minor); });
  }
  case CellKind::Number:
    return valueText<qint64>(index, NumberRole, [&](qint64 n) { return formatNumber(n, locale); });
  case CellKind::Date:
    return valueText<LocalDay>(index, DayRole,
                               [&](LocalDay day) { return formatDay(day, locale); });
  case CellKind::Delta:
    return valueText<double>(index, DeltaRole,
                             [&](double delta) { return formatDelta(delta, locale); });
  default:
    return index.data().toString();
  }
}

int cellContentWidth(CellKind kind, const QModelIndex &index, const QLocale &locale) {
  const auto text = cellText(index, locale);
  const auto wide = [&text](TextStyle style) {
    return textMetrics(style, Figures::Tabular).horizontalAdvance(text);
  };
  switch (kind) {
  case CellKind::TwoLine:
    return avatarSize + avatarGap +
           std::max(wide(TextStyle::BodyStrong),
                    textMetrics(TextStyle::Meta, Figures::Tabular)
                        .horizontalAdvance(index.data(SecondLineRole).toString()));
  case CellKind::Badge:
    return badgeWidth(text, index.data(StateDotRole).toBool());
  case CellKind::Bar:
    return barWidth + barGap + wide(TextStyle::Body);
  case CellKind::Finding:
    return iconSize::cell + findingGap + wide(TextStyle::Body);
  case CellKind::Check:
    return iconSize::control;
  case CellKind::Spark:
    return 48;
  default:
    return wide(bodyStyle(index));
  }
}

} // namespace tenantry::ui
