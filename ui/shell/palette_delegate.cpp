// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_delegate.h"
#include "models/palette/palette_model.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/format.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using models::PaletteEntry;
using Kind = PaletteEntry::Kind;

constexpr int iconSpace = 28, detailGap = 10;

struct Run {
  QString text;
  QFont font;
  QColor color;
};

/// One line of texts in two looks, which begins where one begins to read the window. The runs of a
/// text follow each other as the text itself is read.
class Line {
public:
  Line(QPainter *painter, const QRect &box, const QRect &rect)
      : m_painter(painter), m_box(box), m_rect(rect) {}

  void put(QList<Run> runs) {
    QString whole;
    QList<int> widths;
    int left = m_rect.left();
    for (auto &run : runs) {
      const QFontMetrics metrics(run.font);
      whole += run.text;
      run.text =
          metrics.elidedText(run.text, Qt::ElideRight, std::max(0, m_rect.right() + 1 - left));
      widths.append(metrics.horizontalAdvance(run.text));
      left += widths.back();
    }
    const QRect part(m_rect.left(), m_rect.top(), left - m_rect.left(), m_rect.height());
    draw(runs, widths, placed(*m_painter, m_box, part),
         whole.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_rect.setLeft(left);
  }
  void skip(int width) { m_rect.setLeft(m_rect.left() + width); }
  [[nodiscard]] bool hasRoom() const { return m_rect.width() > 2 * detailGap; }

private:
  void draw(const QList<Run> &runs, const QList<int> &widths, const QRect &part,
            Qt::LayoutDirection reading) {
    const auto direction = m_painter->layoutDirection();
    m_painter->setLayoutDirection(reading);
    QRect at = part;
    for (qsizetype i = 0; i < runs.size(); ++i) {
      at.setWidth(widths[i]);
      m_painter->setFont(runs[i].font);
      m_painter->setPen(runs[i].color);
      m_painter->drawText(placed(*m_painter, part, at),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                          runs[i].text);
      at.moveLeft(at.left() + widths[i]);
    }
    m_painter->setLayoutDirection(direction);
  }

  QPainter *m_painter;
  QRect m_box, m_rect;
};

void putMatched(Line &line, const QString &text, const QList<models::TextRange> &ranges,
                const QColor &color, const QColor &matched) {
  QFont strong = textFont(TextStyle::BodyStrong);
  strong.setWeight(QFont::DemiBold);
  QList<Run> runs;
  qsizetype at = 0;
  for (const auto &range : ranges) {
    runs.append({text.sliced(at, range.start - at), textFont(TextStyle::Body), color});
    runs.append({text.sliced(range.start, range.length), strong, matched});
    at = range.start + range.length;
  }
  runs.append({text.sliced(at), textFont(TextStyle::Body), color});
  line.put(runs);
}

QString moneyOf(const PaletteEntry &entry, const QLocale &locale) {
  if (!entry.amount)
    return {};
  return entry.kind == Kind::Organization ? PaletteDelegate::tr("%1 MRR").arg(formatMoney(
                                                *entry.amount, locale, MinorUnits::Hidden))
                                          : formatMoney(*entry.amount, locale);
}

void putDetails(Line &line, const models::PaletteHit &hit, const QLocale &locale,
                const Theme &theme) {
  const auto &body = textFont(TextStyle::Body, Figures::Tabular);
  bool isFirst = true;
  const auto separate = [&] {
    line.skip(isFirst ? detailGap : 0);
    if (!isFirst)
      line.put({{u" · "_s, body, theme.muted}});
    isFirst = false;
  };
  if (!hit.other.isEmpty() && line.hasRoom()) {
    separate();
    putMatched(line, hit.other, hit.otherRanges, theme.muted, theme.accentText);
  }
  for (const auto &part : {hit.entry.detail, hit.entry.planName, moneyOf(hit.entry, locale)}) {
    if (part.isEmpty() || !line.hasRoom())
      continue;
    separate();
    line.put({{part, body, theme.muted}});
  }
}

void paintHit(QPainter *painter, const QStyleOptionViewItem &option, const models::PaletteHit &hit,
              const Theme &theme) {
  const auto &entry = hit.entry;
  const bool isCurrent = option.state & QStyle::State_Selected;
  const QRect box = option.rect.adjusted(space::x2, 1, -space::x2, -1);
  if (isCurrent)
    drawSurface(painter, box, radius::control, theme.selected, Qt::transparent, 0);
  const int centre = box.center().y() + 1;
  const int left = box.left() + space::x2;
  const bool isRecord = entry.kind == Kind::Organization || entry.kind == Kind::Member;
  if (entry.iconName.isEmpty() && isRecord)
    drawAvatar(painter, placed(*painter, box, QRect(left - 2, centre - 10, 20, 20)), entry.text,
               entry.kind == Kind::Member ? AvatarShape::Round : AvatarShape::Square, theme);
  else if (!entry.iconName.isEmpty())
    drawIcon(painter, entry.iconName,
             placed(*painter, box, QRect(left, centre - 8, iconSize::control, iconSize::control)),
             !entry.isEnabled ? theme.disabled
             : isCurrent      ? theme.accentText
                              : theme.text2);
  int caps = 0;
  if (!entry.keys.isEmpty()) {
    const int wide = keyCapsWidth(entry.keys);
    const QRect place(box.right() - 6 - wide, box.top(), wide, box.height());
    caps = drawKeyCaps(painter, placed(*painter, box, place).left() + wide, centre, entry.keys,
                       theme) +
           space::x2;
  }
  Line line(painter, box, box.adjusted(space::x2 + iconSpace, 0, -6 - caps, 0));
  putMatched(line, entry.text, hit.ranges, entry.isEnabled ? theme.text : theme.muted,
             theme.accentText);
  putDetails(line, hit, option.locale, theme);
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
  const auto &theme = Theme::of(option.palette);
  if (index.data(models::PaletteGroupRole).toBool())
    drawText(painter, option.rect.adjusted(space::x4, space::x2, -space::x4, 0),
             index.data().toString(), {TextStyle::CaptionStrong, theme.muted});
  else
    paintHit(painter, option, index.data(models::PaletteHitRole).value<models::PaletteHit>(),
             theme);
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
  return {width::palette / 2,
          index.data(models::PaletteGroupRole).toBool() ? height::navItem : height::row};
}

} // namespace tenantry::ui
