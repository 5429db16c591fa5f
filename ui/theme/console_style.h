// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QProxyStyle>

namespace tenantry::ui {

/// Dynamic properties the style understands, besides what widgets say of themselves.
namespace style_property {
inline constexpr char variant[] = "variant"; ///< of a push button, see ButtonVariant; QByteArray
inline constexpr char compact[] = "compact"; ///< of a push button: 28 px high; bool
inline constexpr char state[] = "state";     ///< of a field: "error" or nothing; QByteArray
} // namespace style_property

/// The look of Qt's own controls: Fusion with our tokens. It draws from the palette of each widget
/// (Theme::of), holds no colours, and no style sheet is used, since one makes scrolling many times
/// dearer.
class ConsoleStyle : public QProxyStyle {
public:
  ConsoleStyle();

  using QProxyStyle::polish;
  void polish(QWidget *widget) override;
  int pixelMetric(PixelMetric metric, const QStyleOption *option,
                  const QWidget *widget) const override;
  int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                QStyleHintReturn *returnData) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                         const QWidget *widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption *option,
                       const QWidget *widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                       const QWidget *widget) const override;
  void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
  void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                   const QWidget *widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                          QPainter *painter, const QWidget *widget) const override;
};

} // namespace tenantry::ui
