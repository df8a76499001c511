#ifndef TABULARIUM_TESTS_READ_OCR_SAMPLES_H_
#define TABULARIUM_TESTS_READ_OCR_SAMPLES_H_

#include <string>
#include <string_view>

namespace tabularium {

// The same small sheet as each format has it: a ruled table with 名称 and 1 200 in its two cells, and a line below.

// `unit`: one of ALTO's; `per_point`: so many of them make a point.
inline std::string AltoSample(std::string_view unit, double per_point) {
  auto at = [&](double x, double y, double width, double height) {
    return " HPOS=\"" + std::to_string(x * per_point) + "\" VPOS=\"" + std::to_string(y * per_point) + "\" WIDTH=\"" +
           std::to_string(width * per_point) + "\" HEIGHT=\"" + std::to_string(height * per_point) + "\"";
  };
  std::string rules;
  for (double y : {90.0, 120.0}) rules += "<GraphicalElement ID=\"h" + std::to_string(y) + "\"" + at(100, y, 200, 0.25) + "/>";
  for (double x : {100.0, 200.0, 300.0}) rules += "<GraphicalElement ID=\"v" + std::to_string(x) + "\"" + at(x, 90, 0.25, 30) + "/>";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\"><Description>"
         "<MeasurementUnit>" + std::string(unit) + "</MeasurementUnit></Description><Layout><Page ID=\"p1\" PHYSICAL_IMG_NR=\"1\""
         " WIDTH=\"" + std::to_string(595 * per_point) + "\" HEIGHT=\"" + std::to_string(842 * per_point) + "\"><PrintSpace>" +
         rules + "<TextBlock ID=\"b1\"><TextLine" + at(110, 100, 180, 10) + ">"
         "<String CONTENT=\"名\" WC=\"0.95\"" + at(110, 100, 10, 10) + "/><SP/><String CONTENT=\"称\" WC=\"0.8\"" + at(121, 100, 10, 10) + "/>"
         "<SP/><String CONTENT=\"1 200\" WC=\"0.99\" CC=\"00090\"" + at(250, 100, 25, 10) + "><ALTERNATIVE>1 280</ALTERNATIVE></String>"
         "</TextLine><TextLine><String CONTENT=\"end\"" + at(110, 140, 15, 10) + "/></TextLine></TextBlock>"
         "<Illustration ID=\"s1\" TYPE=\"seal\"" + at(400, 400, 80, 80) + "/></PrintSpace></Page></Layout></alto>\n";
}

// At 144 dots an inch.
inline constexpr std::string_view kHocrSample = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body>
<div class='ocr_page' id='page_1' title='image "a;b.png"; bbox 0 0 1190 1684; ppageno 0; scan_res 144 144'>
 <div class='ocr_separator' title='bbox 200 180 600 181'></div><div class='ocr_separator' title='bbox 200 240 600 241'></div>
 <div class='ocr_separator' title='bbox 200 180 201 240'></div><div class='ocr_separator' title='bbox 400 180 401 240'></div>
 <div class='ocr_separator' title='bbox 600 180 601 240'></div>
 <div class='ocr_carea'><p class='ocr_par'><span class='ocr_line' title='bbox 220 200 580 220; baseline 0 -2'>
   <span class='ocrx_word' title='bbox 220 200 240 220; x_wconf 95'>名</span>
   <span class='ocrx_word' title='bbox 242 200 262 220; x_wconf 80'><strong>称</strong></span>
   <span class='ocrx_word' title='bbox 500 200 550 220; x_wconf 0'>1 200</span></span>
  <span class='ocr_line' title='bbox 220 280 250 300'>end</span></p></div>
</div></body></html>
)";

// At 144 dots an inch, which the file says for centimetres.
inline constexpr std::string_view kPageXmlSample = R"(<?xml version="1.0" encoding="UTF-8"?>
<pc:PcGts xmlns:pc="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
<pc:Page imageFilename="a.png" imageWidth="1190" imageHeight="1684" imageXResolution="56.6929" imageResolutionUnit="PPCM">
 <pc:TableRegion id="t"><pc:Coords points="200,180 600,180 600,240 200,240"/>
  <pc:TextRegion id="c1"><pc:Coords points="200,180 400,180 400,240 200,240"/><pc:Roles><pc:TableCellRole rowIndex="0" columnIndex="0"/></pc:Roles>
   <pc:TextLine id="l1"><pc:Coords points="220,200 262,200 262,220 220,220"/>
    <pc:Word id="w1"><pc:Coords points="220,200 262,200 262,220 220,220"/><pc:TextEquiv index="1" conf="0.9"><pc:Unicode>石称</pc:Unicode></pc:TextEquiv>
     <pc:TextEquiv index="0" conf="0.8"><pc:Unicode>名称</pc:Unicode></pc:TextEquiv></pc:Word>
    <pc:TextEquiv><pc:Unicode>名称</pc:Unicode></pc:TextEquiv></pc:TextLine></pc:TextRegion>
  <pc:TextRegion id="c2"><pc:Coords points="400,180 600,180 600,240 400,240"/><pc:Roles><pc:TableCellRole rowIndex="0" columnIndex="1"/></pc:Roles>
   <pc:TextLine id="l2"><pc:Coords><pc:Point x="500" y="200"/><pc:Point x="550" y="220"/></pc:Coords>
    <pc:TextEquiv conf="1"><pc:Unicode>1 200</pc:Unicode></pc:TextEquiv></pc:TextLine></pc:TextRegion></pc:TableRegion>
 <pc:TextRegion id="r"><pc:TextLine id="l3"><pc:Coords points="220,280 250,280 250,300 220,300"/><pc:TextEquiv><pc:Unicode>end</pc:Unicode></pc:TextEquiv></pc:TextLine></pc:TextRegion>
 <pc:GraphicRegion id="g" type="stamp"><pc:Coords points="800,800 960,800 960,960 800,960"/></pc:GraphicRegion>
</pc:Page></pc:PcGts>
)";

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_READ_OCR_SAMPLES_H_
